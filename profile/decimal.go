package profile

// Decimal writes n, which is not negative, in decimal. strconv.Itoa does more, and is 350 bytes (brotli)
// of the module.
func Decimal(n int) string {
	var digits [20]byte
	at := len(digits)
	for {
		at--
		digits[at] = '0' + byte(n%10)
		if n /= 10; n == 0 {
			return string(digits[at:])
		}
	}
}
