package store

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const multipartSeed = "--x\r\nContent-Disposition: form-data; name=\"fields[1]\"\r\n\r\nvalue\r\n" +
	"--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npixels\r\n--x--\r\n"

func TestParseFormSpellsNesting(t *testing.T) {
	f, err := parseForm("application/x-www-form-urlencoded", []byte("fields[1]=a&fields[b]=c&x[1][2]=d&y[=e&[z]=f&fields[]=g&n=1&n=2"))
	require.NoError(t, err)
	assert.Equal(t, map[string]any{
		"fields": map[string]any{"1": "a", "b": "c"}, "x[1][2]": "d", "y[": "e", "[z]": "f", "fields[]": "g", "n": "2",
	}, f.values)

	f, err = parseForm("multipart/form-data; boundary=x", []byte(multipartSeed))
	require.NoError(t, err)
	assert.Equal(t, map[string]any{"fields": map[string]any{"1": "value"}}, f.values)
	assert.Equal(t, map[string]file{"avatar": {"image/png", []byte("pixels")}}, f.files)

	f, err = parseForm("application/json", []byte(`{"phone":501234567890123}`))
	require.NoError(t, err)
	assert.Equal(t, json.Number("501234567890123"), f.values["phone"])
}

// Whatever a client sends, to whichever endpoint: an answer in the API's shape, and no panic.
func FuzzBody(f *testing.F) {
	f.Add("application/json", []byte(`{"first_name":"Noura","phone":{"number":1,"country":"SA"},"fields":{"1":[null,true]}}`))
	f.Add("application/json", []byte(`{"phone":501234567,"country_code":"SA","email":"a@b.co","code":"1234","type":"email","request_type":"delete_account"}`))
	f.Add("application/json", []byte(`{"name":"is_notifiable","value":true,"birthday":"1990-01-01","gender":"male","avatar":{}}`))
	f.Add("application/json; charset=utf-8", []byte(`[[[[`))
	f.Add("application/json", []byte("{\"a\":\"\xff\xfe\"} x"))
	f.Add("application/x-www-form-urlencoded", []byte("phone=%D9%A5%D9%A0&fields[1]=a&fields=b&fields[2]=c"))
	f.Add("multipart/form-data; boundary=x", []byte(multipartSeed))
	f.Add("multipart/form-data; boundary=x", []byte("--x\r\nContent-Disposition: form-data; filename=\"\"\r\nContent-Type: ;\r\n\r\n\r\n--x"))
	f.Add("multipart/form-data; boundary=", []byte("--"))
	f.Add("text/plain;;", []byte("hello"))

	handler := New(Options{Now: func() time.Time { return time.Unix(1_800_000_000, 0) }}).Handler()
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		for path, methods := range routes {
			if _, ok := methods[http.MethodPost]; !ok {
				continue
			}
			r := httptest.NewRequest(http.MethodPost, APIPath+"/"+path, strings.NewReader(string(body)))
			r.Header.Set("Content-Type", contentType)
			r.Header.Set("Authorization", "Bearer fuzz")
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			var answer struct {
				Status  int
				Success bool
				Error   *struct{ Message string }
			}
			if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer.Status != w.Code {
				t.Fatalf("%s: %d %s", path, w.Code, w.Body)
			}
			if answer.Success == (answer.Error != nil) || w.Code >= 500 {
				t.Fatalf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	})
}

func TestParsePhone(t *testing.T) {
	for name, c := range map[string]struct{ written, country, full, member string }{
		"as it is":              {"501234567", "SA", "+966501234567", ""},
		"default country":       {"501234567", "", "+966501234567", ""},
		"leading zero":          {"0501234567", "sa", "+966501234567", ""},
		"spaces and dashes":     {"050 123-45 67", "SA", "+966501234567", ""},
		"plus":                  {"+966 50 123 4567", "SA", "+966501234567", ""},
		"plus and zero":         {"+966 (0)50 123 4567", "SA", "+966501234567", ""},
		"two zeros":             {"00966501234567", "SA", "+966501234567", ""},
		"code without plus":     {"966501234567", "SA", "+966501234567", ""},
		"begins like its code":  {"971234567", "AE", "+971971234567", ""},
		"Egypt":                 {"01001234567", "EG", "+201001234567", ""},
		"USA":                   {"(212) 555-0100", "US", "+12125550100", ""},
		"too short":             {"50123456", "SA", "", "phone"},
		"too long":              {"5012345678", "SA", "", "phone"},
		"only zeros":            {"000000000", "SA", "", "phone"},
		"letters":               {"50123456a", "SA", "", "phone"},
		"Arabic-Indic digits":   {"٥٠١٢٣٤٥٦٧", "SA", "", "phone"},
		"only a plus":           {"+", "SA", "", "phone"},
		"another country's":     {"+971501234567", "SA", "", "phone"},
		"unknown country":       {"501234567", "XX", "", "country_code"},
		"country that is wrong": {"501234567", "+966", "", "country_code"},
	} {
		t.Run(name, func(t *testing.T) {
			phone, member, problem := parsePhone(c.written, c.country)
			assert.Equal(t, c.member, member)
			assert.Equal(t, c.member != "", problem.en != "")
			if member == "" {
				assert.Equal(t, c.full, phone.full())
			}
		})
	}
}

func TestTextsAreInBothLanguages(t *testing.T) {
	for key, value := range translations {
		assert.NotEmpty(t, value.ar, key)
		assert.NotEmpty(t, value.en, key)
	}
	for code := range countries {
		assert.Regexp(t, `^[A-Z]{2}$`, code)
	}
}
