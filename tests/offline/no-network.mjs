/**
 * Loaded before a program (`node --import`), lets it reach no other machine: every connection and every
 * look-up of a name fails, and is written to the file that `NETWORK_LOG` names.
 */
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const LOCAL = /^(?:localhost|127\.|::1|\[::1\])/u;

function refuse(what) {
  if (process.env.NETWORK_LOG) appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
  throw new Error(`No network: ${what}`);
}

const connect = Reflect.get(net.Socket.prototype, 'connect');
net.Socket.prototype.connect = function (...options) {
  const [first] = options.flat();
  const host = typeof first === 'object' && first !== null ? (first.host ?? first.path) : options[1];
  const isLocal = typeof host !== 'string' || LOCAL.test(host) || host.startsWith('/');
  return isLocal ? connect.apply(this, options) : refuse(`connect ${host}`);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const own = dns[name];
  dns[name] = (host, ...rest) => (LOCAL.test(host) ? own(host, ...rest) : refuse(`${name} ${host}`));
}
const lookup = dns.promises.lookup;
dns.promises.lookup = (host, ...rest) =>
  LOCAL.test(host) ? lookup(host, ...rest) : refuse(`lookup ${host}`);

globalThis.fetch = (address) =>
  refuse(`fetch ${address instanceof Request ? address.url : address.toString()}`);
syncBuiltinESMExports();
