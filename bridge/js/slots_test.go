package js_test

import (
	"testing"

	"salla-profile/bridge/js"

	"github.com/stretchr/testify/assert"
)

func TestSlotsCallEachFunctionOnce(t *testing.T) {
	var s js.Slots[string]
	var called []string
	keep := func(name string) int { return s.New(func(v string) { called = append(called, name+v) }) }
	one, two := keep("one "), keep("two ")
	assert.Equal(t, []int{1, 2}, []int{one, two}, "0 is never a slot")
	s.Call(two, "a")
	s.Call(two, "b")
	s.Call(one, "c")
	assert.Equal(t, []string{"two a", "one c"}, called)
}

func TestSlotsIgnoreNumbersThatTheyHaveNotGiven(t *testing.T) {
	var s js.Slots[int]
	s.Call(1, 0)
	s.New(func(int) { t.Error("it was called") })
	for _, id := range []int{-1, 0, 2, 99} {
		s.Call(id, 0)
	}
	assert.Equal(t, 1, s.Len())
}

func TestSlotsAreUsedAgain(t *testing.T) {
	var s js.Slots[int]
	last := 0
	for n := range 1000 {
		s.Call(s.New(func(v int) { last = v }), n)
	}
	assert.Equal(t, 999, last)
	assert.Equal(t, 0, s.Len())
	assert.Equal(t, 1, s.New(nil))
}

func TestSlotIsFreeWhileItsFunctionRuns(t *testing.T) {
	var s js.Slots[int]
	var second int
	first := s.New(func(int) {
		assert.Equal(t, 0, s.Len())
		second = s.New(func(int) {})
	})
	s.Call(first, 0)
	assert.Equal(t, first, second)
	assert.Equal(t, 1, s.Len())
}

func TestSlotsTakeNil(t *testing.T) {
	var s js.Slots[int]
	s.Call(s.New(nil), 0)
	assert.Equal(t, 0, s.Len())
}
