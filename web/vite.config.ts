import { defineConfig } from 'vite';

// The Explorer is built into dist, which web.go embeds: names of files hold the
// hashes of what is in them, and equal sources give equal files.
export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/graphql': 'http://localhost:8080', '/graphiql': 'http://localhost:8080' } },
});
