package profile

// setHeader sets a header in the list: of one that comes twice the last counts.
func setHeader(list []Field, f *Field) []Field {
	for i := range list {
		if sameName(list[i].Name, f.Name) {
			list[i] = *f
			return list
		}
	}
	return append(list, *f)
}

// sameName compares two header names, which are ASCII.
func sameName(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
