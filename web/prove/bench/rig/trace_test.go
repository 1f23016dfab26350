package rig

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLongestBetween(t *testing.T) {
	events := []event{
		{Name: "RunTask", Process: 1, Thread: 1, Start: 0, Duration: 90_000}, // over before
		{Name: "RunTask", Process: 1, Thread: 1, Start: 100_000, Duration: 20_000, Worked: 15_000},
		{Name: "from", Process: 1, Thread: 1, Start: 110_000},
		{Name: "RunTask", Process: 1, Thread: 2, Start: 115_000, Duration: 80_000}, // another thread
		{Name: "RunTask", Process: 2, Thread: 1, Start: 115_000, Duration: 80_000}, // another process
		{Name: "RunTask", Process: 1, Thread: 1, Start: 130_000, Duration: 30_000, Worked: 10_000},
		{Name: "to", Process: 1, Thread: 1, Start: 159_000},
		{Name: "RunTask", Process: 1, Thread: 1, Start: 170_000, Duration: 90_000}, // later
	}
	longest, worked, err := longestBetween(events, "from", "to")
	require.NoError(t, err)
	assert.Equal(t, 30*time.Millisecond, longest)
	assert.Equal(t, 15*time.Millisecond, worked)

	_, _, err = longestBetween(events, "from", "nowhere")
	require.Error(t, err)
}

func TestWorkedBetween(t *testing.T) {
	events := []event{
		{Name: "RunTask", Process: 1, Thread: 1, Start: 0, Duration: 90_000, Worked: 90_000}, // over before
		{Name: "RunTask", Process: 1, Thread: 1, Start: 100_000, Duration: 20_000, Worked: 16_000},
		{Name: "from", Process: 1, Thread: 1, Start: 105_000},
		{Name: "RunTask", Process: 1, Thread: 2, Start: 115_000, Duration: 80_000, Worked: 80_000}, // another thread
		{Name: "RunTask", Process: 1, Thread: 1, Start: 130_000, Duration: 10_000, Worked: 10_000},
		{Name: "RunTask", Process: 1, Thread: 1, Start: 150_000, Duration: 20_000, Worked: 10_000},
		{Name: "to", Process: 1, Thread: 1, Start: 160_000},
		{Name: "RunTask", Process: 1, Thread: 1, Start: 170_000, Duration: 90_000, Worked: 90_000}, // later
	}
	worked, err := workedBetween(events, "from", "to")
	require.NoError(t, err)
	assert.Equal(t, 27*time.Millisecond, worked, "three quarters of the first, the second, half of the third")

	_, err = workedBetween(events, "from", "nowhere")
	require.Error(t, err)
}
