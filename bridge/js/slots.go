package js

// Slots keeps functions that the page calls once, each under a number. The zero Slots is ready to use. A number crosses at no
// cost, and no js.Func is made or leaked.
type Slots[T any] struct {
	functions []func(T) // nil where a slot is free
}

// New keeps fn, which may be nil, and returns its number, from 1. Few wait at a time, so the first free slot is soon found.
func (s *Slots[T]) New(fn func(T)) (id int) {
	if fn == nil {
		fn = func(T) {}
	}
	for i := range s.functions {
		if s.functions[i] == nil {
			s.functions[i] = fn
			return i + 1
		}
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
	fn(v)
}

// Len returns how many functions wait to be called. Where nothing is under way, any is a leak.
func (s *Slots[T]) Len() int {
	n := 0
	for _, fn := range s.functions {
		if fn != nil {
			n++
		}
	}
	return n
}
