package docs

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile"
)

// words are what the tables say besides names.
type words struct {
	readme                          string
	methods, events                 string // the heads
	succeeds, fails, or, with       string
	body, failure, comma            string
	verification, list, pending, by string
	anyCode                         string
}

var languages = map[string]words{
	"en": {
		readme:  "README.md",
		methods: "| method | request | events |", events: "| event | when | `detail` | helper |",
		succeeds: "%s succeeds", fails: "%s fails", or: " or ", body: "body", failure: "error", comma: ", ", by: "that of `updateContacts`",
		anyCode:      ", with or without a code",
		verification: "the store asks for a code", list: "`{type, phone?, country_code?, email?}`, or a list of it",
		pending: "`pendingVerifications` changes", with: "that list",
	},
	"ar": {
		readme:  "web/docs/README.ar.md",
		methods: "| الدالة | الطلب | الأحداث |", events: "| الحدث | متى | `detail` | دالة الاستماع |",
		succeeds: "نجحت %s", fails: "فشلت %s", or: " أو ", body: "الرد", failure: "الخطأ", comma: "، ", by: "طلب `updateContacts`",
		anyCode:      "، أُرسل رمز أم لم يُرسل",
		verification: "يطلب المتجر رمزًا", list: "`{type, phone?, country_code?, email?}` أو قائمة ليس فيها غيره",
		pending: "تغيّرت `pendingVerifications`", with: "القائمة نفسها",
	},
}

// arguments are the first ones of methods, where they aren't a payload.
var arguments = map[string]string{
	"initiateDeleteRequest": "type", "verifyDeleteRequest": "{type, code}", "resendVerification": "type?", "cancelVerification": "type?",
}

func methodsTable(w *words) string {
	rows := []string{w.methods, "|---|---|---|"}
	for i := range profile.Methods {
		m := &profile.Methods[i]
		argument := ""
		if m.HasArgument() {
			if argument = arguments[m.Name]; argument == "" {
				argument = "payload"
			}
		}
		names := fmt.Sprintf("`%s(%s)`", m.Name, argument)
		for _, alias := range profile.Aliases {
			if alias.Value == m.Name {
				names += fmt.Sprintf("%s`%s(%s)`", w.comma, alias.Name, argument)
			}
		}
		request, events := "–", "–"
		if m.Verb != "" {
			request = fmt.Sprintf("%s `%s`", strings.ToUpper(m.Verb), m.Path)
		} else if m.Name == "resendVerification" {
			request = w.by
		}
		if m.Success != "" {
			events = fmt.Sprintf("`%s`%s`%s`", profile.Event(m.Success), w.comma, profile.Event(m.Failure))
		}
		rows = append(rows, fmt.Sprintf("| %s | %s | %s |", names, request, events))
	}
	return strings.Join(rows, "\n")
}

func eventsTable(w *words) string {
	rows := []string{w.events, "|---|---|---|---|"}
	var dispatchers []string
	when := map[string][]string{} // by dispatcher
	said := map[string][2]string{}
	note := func(dispatcher, method, how, detail string) {
		if dispatcher == "" {
			return
		}
		if when[dispatcher] == nil {
			dispatchers = append(dispatchers, dispatcher)
		}
		when[dispatcher] = append(when[dispatcher], "`"+method+"`")
		said[dispatcher] = [2]string{how, detail}
	}
	for i := range profile.Methods {
		m := &profile.Methods[i]
		note(m.Success, m.Name, w.succeeds, w.body)
		note(m.Failure, m.Name, w.fails, w.failure)
	}
	for _, dispatcher := range dispatchers {
		moment := fmt.Sprintf(said[dispatcher][0], strings.Join(when[dispatcher], w.or))
		if dispatcher == "verificationCodeSent" {
			moment += w.anyCode
		}
		rows = append(rows, fmt.Sprintf("| `%s` | %s | %s | `on%s` |", profile.Event(dispatcher), moment, said[dispatcher][1],
			strings.ToUpper(dispatcher[:1])+dispatcher[1:]))
	}
	return strings.Join(append(rows,
		fmt.Sprintf("| `profile::verification` | %s | %s | – |", w.verification, w.list),
		fmt.Sprintf("| `salla-profile::pending` | %s | %s | – |", w.pending, w.with)), "\n")
}

// The tables of methods and events in both READMEs are those of package profile; with -update they are written.
func TestTables(t *testing.T) {
	for lang, w := range languages {
		text := read(t, w.readme)
		for name, table := range map[string]string{"methods": methodsTable(&w), "events": eventsTable(&w)} {
			marks := regexp.MustCompile(`(?s)(<!-- table:` + name + ` -->\n).*?(<!-- /table:` + name + ` -->)`)
			require.True(t, marks.MatchString(text), "%s has no table:%s", w.readme, name)
			text = marks.ReplaceAllString(text, "${1}"+strings.ReplaceAll(table, "$", "$$")+"\n${2}")
		}
		if *update {
			require.NoError(t, os.WriteFile(root+w.readme, []byte(text), 0o644))
		}
		assert.Equal(t, text, read(t, w.readme), "%s: go -C web test ./prove/docs -update writes its tables", lang)
	}
}

// Every method and event of package profile has its types, and a section of methods.md.
func TestEveryMethodIsTold(t *testing.T) {
	types := read(t, "web/salla-profile.d.ts")
	has := func(where, text, pattern string, of ...any) {
		pattern = fmt.Sprintf(pattern, of...)
		assert.True(t, regexp.MustCompile("(?m)"+pattern).MatchString(text), "%s has no line like %s", where, pattern)
	}
	for i := range profile.Methods {
		m := &profile.Methods[i]
		has("methods.md", read(t, "web/docs/methods.md"), `^## (.*, )?%s(,|$)`, m.Name)
		has("salla-profile.d.ts", types, `^  %s\(`, m.Name)
		for _, dispatcher := range []string{m.Success, m.Failure} {
			if dispatcher != "" {
				has("salla-profile.d.ts", types, `^  "%s": `, profile.Event(dispatcher))
				has("salla-profile.d.ts", types, `^  %s: "%s";`, dispatcher, profile.Event(dispatcher))
			}
		}
	}
}
