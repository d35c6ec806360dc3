package seed

// EnglishWord is a word of English official prose, with what it does in names.
type EnglishWord struct {
	Text   string // in lower case unless always capital: "director-general", "CEO"
	Class  string // "office", "office-modifier", "portfolio", "body", "venue", "event", "event-modifier", "demonym"
	Value  string // the role, kind or country that it stands for, "" where the class says all
	Source string
}

// EnglishWords gives the words by which English names of offices, bodies,
// venues and events are known.
func EnglishWords() ([]EnglishWord, error) { return englishWords() }

var englishWords = table("english.tsv", []string{"word", "class", "value", "source"}, func(r row) (EnglishWord, error) {
	w := EnglishWord{Text: r.text("word"), Class: r.text("class"), Value: r.text("value"), Source: r.text("source")}
	if w.Text == "" || w.Class == "" || w.Source == "" {
		return w, r.errorf("a word, a class and a source are due")
	}
	return w, nil
})
