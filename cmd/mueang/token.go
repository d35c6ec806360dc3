package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"mueang/graph/kg"
	"mueang/loaders/curate"
)

// tokenCommand makes and ends the tokens with which mutations are sent.
func (m *Main) tokenCommand() *cli.Command {
	return &cli.Command{
		Name: "token", Category: curation,
		Usage: "who may curate over GraphQL: create, list and revoke bearer tokens",
		Commands: []*cli.Command{
			{
				Name: "create", ArgsUsage: "NAME",
				Usage: "make a token and print it, this once; its acts stand in the ledger under NAME",
				Flags: []cli.Flag{
					&cli.StringSliceFlag{Name: "scope", Value: []string{kg.ScopeCurate}, Usage: "what it is good for (repeatable): " + strings.Join(kg.Scopes, ", "), Sources: env("scope")},
					flagString("until", "", "the last day on which it is, in UTC: 2027-01-31; never ends unless given"),
				},
				Action: func(ctx context.Context, c *cli.Command) error { return m.createToken(ctx, c) },
			},
			{
				Name:  "list",
				Usage: "every token by name, with its scopes and its end; the tokens themselves are not kept",
				Flags: []cli.Flag{flagBool("json", "write one JSON object a line")},
				Action: func(ctx context.Context, c *cli.Command) error {
					if c.Args().Present() {
						return usageError{"token list takes no arguments"}
					}
					return withTokens(ctx, c, func(tokens kg.Tokens) error { return m.listTokens(ctx, c, tokens) })
				},
			},
			{
				Name: "revoke", ArgsUsage: "NAME",
				Usage: "end the token of a name, at once; what it did stands",
				Action: func(ctx context.Context, c *cli.Command) error {
					if c.Args().Len() != 1 {
						return usageError{"token revoke needs NAME"}
					}
					return withTokens(ctx, c, func(tokens kg.Tokens) error {
						return tokens.RevokeToken(ctx, c.Args().First(), m.stamp())
					})
				},
			},
		},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return usageError{fmt.Sprintf("token knows no %q: there are create, list and revoke", c.Args().First())}
			}
			return usageError{"token needs create, list or revoke"}
		},
	}
}

func (m *Main) stamp() string { return m.Now().UTC().Format(time.RFC3339) }

func withTokens(ctx context.Context, c *cli.Command, f func(kg.Tokens) error) error {
	return withStore(ctx, c, func(store kg.Store) error {
		tokens, err := tokensOf(store)
		if err != nil {
			return err
		}
		return f(tokens)
	})
}

func tokensOf(store kg.Store) (kg.Tokens, error) {
	tokens, ok := store.(kg.Tokens)
	if !ok { // both engines do
		return nil, kg.Errorf(kg.Internal, "mueang", "a store of type %T keeps no tokens", store)
	}
	return tokens, nil
}

func (m *Main) createToken(ctx context.Context, c *cli.Command) error {
	if c.Args().Len() != 1 {
		return usageError{"token create needs NAME"}
	}
	token := kg.Token{Name: strings.TrimSpace(c.Args().First()), CreatedAt: m.stamp()}
	if err := curate.CheckBy(kg.By{Actor: token.Name}); err != nil {
		return err
	}
	for _, scope := range c.StringSlice("scope") {
		if !slices.Contains(kg.Scopes, scope) {
			return usageError{fmt.Sprintf("there is no scope %q: there is %s", scope, strings.Join(kg.Scopes, ", "))}
		}
		token.Scopes = append(token.Scopes, scope)
	}
	slices.Sort(token.Scopes)
	token.Scopes = slices.Compact(token.Scopes)
	if until := c.String("until"); until != "" {
		last, err := time.Parse(time.DateOnly, until)
		if err != nil {
			return usageError{fmt.Sprintf("--until %q is no day: write it as 2027-01-31", until)}
		}
		token.ExpiresAt = last.AddDate(0, 0, 1).Format(time.RFC3339)
		if !token.Valid(token.CreatedAt) {
			return usageError{fmt.Sprintf("--until %s is over already", until)}
		}
	}
	secret := kg.NewToken()
	token.Hash = kg.HashToken(secret)
	return withTokens(ctx, c, func(tokens kg.Tokens) error {
		if err := tokens.AddToken(ctx, token); err != nil {
			return err
		}
		fmt.Fprintln(m.Stderr, "keep it: it is not shown again; send it in the header Authorization: Bearer TOKEN")
		_, err := fmt.Fprintln(m.Stdout, secret)
		return err
	})
}

func (m *Main) listTokens(ctx context.Context, c *cli.Command, tokens kg.Tokens) error {
	list, err := tokens.ListTokens(ctx)
	if err != nil {
		return err
	}
	encoder := written(m.Stdout)
	for i := range list {
		t := &list[i]
		if c.Bool("json") {
			if err := encoder.Encode(t); err != nil {
				return err
			}
			continue
		}
		line := t.Name + ": " + strings.Join(t.Scopes, ", ") + ", made " + t.CreatedAt
		switch {
		case t.RevokedAt != "":
			line += ", revoked " + t.RevokedAt
		case !t.Valid(m.stamp()):
			line += ", expired " + t.ExpiresAt
		case t.ExpiresAt != "":
			line += ", until " + t.ExpiresAt
		}
		if _, err := fmt.Fprintln(m.Stdout, line); err != nil {
			return err
		}
	}
	return nil
}
