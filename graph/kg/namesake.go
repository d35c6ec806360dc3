package kg

import "context"

// Namesake is an entity with a name like one that was asked for.
type Namesake struct {
	Entity ID
	Name   string  // of the entity, as it is like
	Bits   float64 // what the likeness says for their being one, as a logarithm of base 2
	Sure   bool    // the names are one but for titles, spaces and letters of one sound
}

// Namesakes finds entities by a name that may be spelt otherwise or in the other
// script, and may have titles before it and words of its sentence behind it.
type Namesakes interface {
	// Namesakes gives the entities of a class with names like a text, the most
	// alike first: none for a class whose names are not compared by likeness.
	Namesakes(ctx context.Context, text string, class Class) ([]Namesake, error)
}
