package main

import (
	"time"

	"github.com/urfave/cli/v3"

	"mueang/loaders/web"
)

// webFlags say how documents are fetched.
func webFlags() []cli.Flag {
	return []cli.Flag{
		&cli.DurationFlag{Name: "pause", Value: time.Second, Usage: "how long to wait between two requests to a host; one whose robots.txt asks for more gets that, up to 30s", Sources: env("pause")},
		flagString("contact", "", "whom the operator of a site may write to, for the User-Agent: an e-mail or a web address"),
		flagBool("allow-private", "fetch also from private, loopback, link-local and other special addresses, and from any port; who can put an address into a feed or a redirect then reaches what this machine reaches"),
	}
}

// fetcher makes what reads the places that the user names.
func fetcher(c *cli.Command) (*web.Client, error) {
	if c.Duration("pause") < 0 {
		return nil, usageError{"--pause is a time such as 1s or 500ms, and 0 or more"}
	}
	return web.New(web.Options{Version: version(), Contact: c.String("contact"), Pause: c.Duration("pause"), AllowPrivate: c.Bool("allow-private"), Again: c.Bool("watch")})
}
