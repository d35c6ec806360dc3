package main

import (
	"os"
	"time"

	"github.com/urfave/cli/v3"

	"mueang/loaders"
	"mueang/loaders/extract"
	"mueang/loaders/llm"
)

// extractorFlags say who reads the documents. The key of a language model is
// no flag: it would stand in the list of processes and in histories.
func extractorFlags() []cli.Flag {
	return []cli.Flag{
		flagString("extractor", "rules", "who reads: rules, llm (a language model; what its quotes do not prove is dropped), or both"),
		flagString("llm-endpoint", "", "address of a chat-completions endpoint before /chat/completions: https://HOST/v1, or http on this machine; its key is read from MUEANG_LLM_KEY alone"),
		flagString("llm-model", "", "name of the model at the endpoint"),
		&cli.DurationFlag{Name: "llm-timeout", Value: time.Minute, Usage: "how long to wait for one reply; a busy endpoint is asked four times", Sources: env("llm-timeout")},
	}
}

// extractor makes the extractor that the flags name.
func extractor(c *cli.Command) (loaders.Extractor, error) {
	rules, err := extract.New()
	if err != nil {
		return nil, err
	}
	which := c.String("extractor")
	switch which {
	case "rules":
		return rules, nil
	case "llm", "both":
	default:
		return nil, usageError{"--extractor is rules, llm or both"}
	}
	if c.String("llm-endpoint") == "" || c.String("llm-model") == "" {
		return nil, usageError{"--extractor " + which + " needs --llm-endpoint and --llm-model"}
	}
	return llm.New(llm.Options{Endpoint: c.String("llm-endpoint"), Model: c.String("llm-model"), Key: os.Getenv("MUEANG_LLM_KEY"),
		Timeout: c.Duration("llm-timeout")}, rules, which == "both")
}
