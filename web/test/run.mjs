// Runs the tests, all or those that are named, over one program and one server
// that all files share.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { executable } from './browser.mjs';
import { program, startServer } from './server.mjs';

if (!executable && !process.env.CI) {
  console.log('# NO TEST OF THE EXPLORER RAN: there is no Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.');
  process.exit(0);
}
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(import.meta.dirname).filter((f) => f.endsWith('.test.mjs')).map((f) => join(import.meta.dirname, f));
const server = await startServer();
const tests = spawn(process.execPath, ['--test', '--test-reporter=spec', ...files], { stdio: 'inherit', env: { ...process.env, MUEANG_WEB_PROGRAM: program(), MUEANG_WEB_BASE: server.base } });
process.exitCode = await new Promise((done) => tests.on('exit', (code) => done(code ?? 1)));
await server.stop();
