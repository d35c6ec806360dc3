// Command print writes the whole schema to standard output, for the generator.
package main

import (
	"fmt"
	"os"

	"mueang/schema"
)

func main() {
	text, err := schema.Source()
	if err == nil {
		_, err = os.Stdout.WriteString(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
