package store

import (
	"strconv"
	"strings"
)

// phoneNumber is a national number without its leading zero, and its country.
type phoneNumber struct {
	country string // ISO 3166, "SA"
	number  string // digits, at most 15
}

// countries that the store sends messages to: calling code, fewest and most digits of a national mobile number.
var countries = map[string]struct {
	code     string
	min, max int
}{
	"SA": {"966", 9, 9}, "AE": {"971", 8, 9}, "KW": {"965", 8, 8}, "BH": {"973", 8, 8}, "QA": {"974", 8, 8},
	"OM": {"968", 8, 8}, "IQ": {"964", 10, 10}, "YE": {"967", 9, 9}, "EG": {"20", 10, 10}, "JO": {"962", 9, 9},
	"PS": {"970", 9, 9}, "SD": {"249", 9, 9}, "LB": {"961", 7, 8}, "DZ": {"213", 9, 9}, "TN": {"216", 8, 8},
	"MA": {"212", 9, 9}, "LY": {"218", 9, 9}, "MR": {"222", 8, 8}, "TR": {"90", 10, 10}, "PK": {"92", 10, 10},
	"IN": {"91", 10, 10}, "ID": {"62", 9, 12}, "MY": {"60", 9, 10}, "GB": {"44", 10, 10}, "DE": {"49", 10, 11},
	"FR": {"33", 9, 9}, "ES": {"34", 9, 9}, "NL": {"31", 9, 9}, "US": {"1", 10, 10}, "CA": {"1", 10, 10},
}

const defaultCountry = "SA" // the documented default of country_code

func (p phoneNumber) callingCode() string { return "+" + countries[p.country].code }
func (p phoneNumber) full() string        { return p.callingCode() + p.number }

func (p phoneNumber) int64() int64 {
	number, _ := strconv.ParseInt(p.number, 10, 64)
	return number
}

func digits(number uint64) string { return strconv.FormatUint(number, 10) }

// parsePhone reads a number as people write it: with spaces and dashes, a leading zero, or in full with + or 00 and
// the calling code. Only ASCII digits: making them so is the page's part. The problem, if any, is for the customer,
// about the member that it names.
func parsePhone(written, country string) (phone phoneNumber, member string, problem text) {
	country = strings.ToUpper(country)
	if country == "" {
		country = defaultCountry
	}
	rules, ok := countries[country]
	if !ok {
		return phone, "country_code", textCountry
	}
	number := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", ".", "", "\u00a0", "").Replace(written)
	plus, full := strings.CutPrefix(number, "+")
	if !full {
		plus, full = strings.CutPrefix(number, "00")
	}
	if full {
		number = plus
	}
	if number == "" || strings.ContainsFunc(number, func(r rune) bool { return r < '0' || r > '9' }) {
		return phone, "phone", textPhone
	}
	national, hasCode := strings.CutPrefix(number, rules.code)
	switch {
	case full && !hasCode:
		return phone, "phone", textPhonePrefix
	case full, hasCode && len(number) > rules.max && len(national) >= rules.min:
		number = national
	}
	number = strings.TrimLeft(number, "0")
	if len(number) < rules.min || len(number) > rules.max {
		return phone, "phone", textPhoneLength
	}
	return phoneNumber{country, number}, "", text{}
}
