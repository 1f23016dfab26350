package profile_test

import (
	"salla-profile/profile"
)

const accept = "application/json, text/plain, */*"

func fields(pairs ...string) []profile.Field {
	var list []profile.Field
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, profile.Field{Name: pairs[i], Value: pairs[i+1]})
	}
	return list
}
