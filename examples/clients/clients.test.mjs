// The clients that are much used, against a real server: each asks, and each that
// can subscribes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { composeServices } from '@apollo/composition';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { parse } from 'graphql';
import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import Relay from 'relay-runtime';
import WebSocket from 'ws';
import { start } from './server.mjs';

const server = await start();
after(() => server.stop());

const people = '{ people(first: 3) { totalCount nodes { id name } } }';
const changes = 'subscription { changes { cursor node { action nodeId kind at } } }';

async function ask(query) {
  const response = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

/** Takes what an iterator gives until the release that is brought meanwhile is told. */
async function told(iterator) {
  const first = iterator.next();
  await new Promise((done) => setTimeout(done, 300)); // until the subscription has begun
  server.bring();
  const { value } = await first;
  assert.equal(value.errors, undefined);
  const change = value.data.changes;
  assert.match(change.node.action, /^(ADDED|UPDATED)$/);
  assert.ok(change.cursor);
  // It is in the log that can be asked for, and the cursors are the same.
  const log = await ask('{ changes(first: 100) { edges { cursor node { nodeId } } } }');
  assert.ok(log.changes.edges.some((e) => e.cursor === change.cursor && e.node.nodeId === change.node.nodeId));
  await iterator.return();
}

test('graphql-ws asks and subscribes', async () => {
  const client = createSocket({ url: server.url.replace('http', 'ws'), webSocketImpl: WebSocket });
  const { value } = await client.iterate({ query: people }).next();
  assert.deepEqual(value.data, await ask(people));
  await told(client.iterate({ query: changes }));
  await client.dispose();
});

test('graphql-sse asks and subscribes', async () => {
  const client = createEvents({ url: server.url });
  const { value } = await client.iterate({ query: people }).next();
  assert.deepEqual(value.data, await ask(people));
  await told(client.iterate({ query: changes }));
  client.dispose();
});

test('graphql-sse is told why a document is wrong', async () => {
  const client = createEvents({ url: server.url, retryAttempts: 0 });
  await assert.rejects(client.iterate({ query: '{ nobody }' }).next());
  client.dispose();
});

test('urql asks and subscribes', async () => {
  const events = createEvents({ url: server.url });
  const client = new Client({
    url: server.url,
    preferGetMethod: false,
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({ subscribe: (sink) => ({ unsubscribe: events.subscribe({ query: query ?? '', variables }, sink) }) }),
      }),
    ],
  });
  const { data, error } = await client.query(people, {}).toPromise();
  assert.equal(error, undefined);
  assert.deepEqual(data, await ask(people));
  const queue = [];
  let wake;
  const { unsubscribe } = client.subscription(changes, {}).subscribe((result) => {
    queue.push(result);
    wake?.();
  });
  await told({
    next: async () => {
      if (queue.length === 0) await new Promise((done) => (wake = done));
      const { data, error } = queue.shift();
      return { value: { data, errors: error } };
    },
    return: async () => unsubscribe(),
  });
  events.dispose();
});

test('Relay pages through a connection', async () => {
  const { default: query } = await import('./relay/__generated__/meetingsQuery.graphql.js');
  const { Environment, Network, RecordSource, Store, fetchQuery } = Relay;
  const environment = new Environment({
    network: Network.create(async (params, variables) => {
      const response = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' }, body: JSON.stringify({ query: params.text, variables }) });
      return response.json();
    }),
    store: new Store(new RecordSource()),
  });
  await new Promise((complete, error) => fetchQuery(environment, query, { count: 2, cursor: null }).subscribe({ complete, error }));
  const source = environment.getStore().getSource();
  const meetings = source.getRecordIDs().filter((id) => source.get(id).__typename === 'Meeting').map((id) => source.get(id).name);
  const { meetings: wanted } = await ask('{ meetings(first: 2) { nodes { name } } }');
  assert.deepEqual(meetings.sort(), wanted.nodes.map((n) => n.name).sort());
});

test('its subgraph composes with another', async () => {
  const subgraph = await start('--federation');
  try {
    const ask = async (query, variables) => (await (await fetch(subgraph.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) })).json()).data;
    const { _service } = await ask('{ _service { sdl } }');
    const { supergraphSdl, errors } = composeServices([
      { name: 'mueang', url: subgraph.url, typeDefs: parse(_service.sdl) },
      // Another team's notes about the same people.
      { name: 'notes', url: 'http://notes.example/graphql', typeDefs: parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
        type Person @key(fields: "id") { id: ID! note: String }
        type Query { noted: [Person!]! }`) },
    ]);
    assert.equal(errors, undefined);
    assert.match(supergraphSdl, /@join__type\(graph: MUEANG, key: "id"\)/);
    // What a router asks to go from a note to the person's name.
    const { people } = await ask('{ people(first: 1) { nodes { id name } } }');
    const { _entities } = await ask('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { name } } }', { of: [{ __typename: 'Person', id: people.nodes[0].id }] });
    assert.deepEqual(_entities, [{ name: people.nodes[0].name }]);
  } finally {
    subgraph.stop();
  }
});

test('curl', () => {
  const { status, stdout, stderr } = spawnSync(resolve(import.meta.dirname, '../curl.sh'), { encoding: 'utf8', env: { ...process.env, MUEANG: server.url } });
  assert.equal(status, 0, stderr + stdout);
  assert.match(stdout, /"quote":/);
  assert.match(stdout, /^etag: /im);
  assert.match(stdout, /"queryCost":\{"cost":\d+,"limit":\d+\}/);
});

test('gql and pandas: the notebook script', () => {
  const script = resolve(import.meta.dirname, '../notebook');
  const home = mkdtempSync(join(tmpdir(), 'mueang-notebook-'));
  try {
    const run = (command, ...args) => {
      const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, MUEANG: server.url } });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    run('python3', '-m', 'venv', home);
    run(join(home, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', join(script, 'requirements.txt'));
    const said = run(join(home, 'bin/python'), join(script, 'meetings.py'));
    assert.match(said, /^\s*2019\s+\d+/m, said);
    assert.match(said, /พุทธิพงษ์/, said);
  } finally {
    if (existsSync(home)) rmSync(home, { recursive: true, force: true });
  }
});
