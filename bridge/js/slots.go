package js

// Slots keeps functions that the page calls once, each under a number. The zero Slots is ready to use. A number crosses at no
// cost, and no js.Func is made or leaked.
type Slots[T any] struct {
	functions []func(T)
	free      []int
}

// New keeps fn, which may be nil, and returns its number, from 1.
func (s *Slots[T]) New(fn func(T)) (id int) {
	if fn == nil {
		fn = func(T) {}
	}
	if n := len(s.free); n > 0 {
		id = s.free[n-1]
		s.free = s.free[:n-1]
		s.functions[id-1] = fn
		return id
	}
	s.functions = append(s.functions, fn)
	return len(s.functions)
}

// Call frees the slot and calls its function with v. It does nothing where the slot is free.
func (s *Slots[T]) Call(id int, v T) {
	if id < 1 || id > len(s.functions) {
		return
	}
	fn := s.functions[id-1]
	if fn == nil {
		return
	}
	s.functions[id-1] = nil
	s.free = append(s.free, id)
	fn(v)
}

// Len returns how many functions wait to be called. Where nothing is under way, any is a leak.
func (s *Slots[T]) Len() int { return len(s.functions) - len(s.free) }
