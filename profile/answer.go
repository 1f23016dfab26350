package profile

// What an answer brings besides its data.

// events are those that a body brings.
func (s *Service[P]) events(body Value) []Entry {
	for _, path := range []string{"events", "data.events", "error.events"} {
		if events, ok := s.page.At(body, path); ok {
			return s.page.Entries(events)
		}
	}
	return nil
}

// reactions are the paths of what anyone reacts to.
const reactions = "data.googleTags\ngoogleTags\nevents\ndata.events\nerror.events\nmsg\ndata.message\nerror.message\ndata.verification"
