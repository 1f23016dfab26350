package profile_test

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"

	"salla-profile/profile"
)

// answer is an answer with a JSON body, as the page reads it.
func answer(status int, body string) *profile.Answer {
	var parsed any = body
	if err := json.Unmarshal([]byte(body), &parsed); err != nil {
		parsed = body
	}
	response := value(map[string]any{"status": status, "data": parsed})
	a := &profile.Answer{Status: status, Body: value(parsed), Reacts: reacts(parsed)}
	if status < 200 || status > 299 {
		a.Response = response
		return a
	}
	if a.OK = true; falsy(parsed) {
		a.Body = response
	}
	a.Data = value(walk(parsed, "data"))
	said := walk(parsed, "data.verification")
	a.Verification = textOf(walk(said, "status"))
	if event, there := events(parsed)["profile::verification"]; there {
		if list, ok := event.([]any); ok && len(list) > 0 {
			event = list[0]
		}
		if textOf(walk(event, "request_type")) == "" {
			said, a.Announced = event, true
		}
	}
	a.Type, a.Phone = textOf(walk(said, "type")), textOf(walk(said, "phone"))
	a.CountryCode, a.Email = textOf(walk(said, "country_code")), textOf(walk(said, "email"))
	return a
}

// always answers every request alike.
func always(status int, body string) func(*profile.Request) *profile.Answer {
	return func(*profile.Request) *profile.Answer { return answer(status, body) }
}

// reacts is whether a page without the SDK has something to react to.
func reacts(body any) bool {
	for _, path := range []string{"data.googleTags", "googleTags", "events", "data.events", "error", "msg", "data.message"} {
		if !falsy(walk(body, path)) {
			return true
		}
	}
	return false
}

// events are the server-sent ones.
func events(body any) map[string]any {
	for _, path := range []string{"events", "data.events", "error.events"} {
		found := walk(body, path)
		if falsy(found) {
			continue
		}
		if text, ok := found.(string); ok {
			found = nil
			_ = json.Unmarshal([]byte(text), &found) // what isn't JSON has no entries
		}
		object, _ := found.(map[string]any)
		return object
	}
	return nil
}

func namesOf(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// textOf is the text of a text, a number or a boolean; "" for anything else.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func walk(v any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		object, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = object[key]
	}
	return v
}

func falsy(v any) bool {
	return v == nil || v == false || v == "" || v == 0 || v == 0.0
}
