//go:build twilight

package profile_test

// modes are those that a page may be in: the file for storefronts serves none without the SDK.
var modes = []bool{true}

// alone is what a page without the SDK has.
type alone struct{}
