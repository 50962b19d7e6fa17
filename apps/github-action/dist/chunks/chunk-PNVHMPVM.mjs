import {
  bytesSource,
  concatSource
} from "./chunk-MSOSMPB5.mjs";
import {
  offAbort,
  onAbort
} from "./chunk-LSXZPIXW.mjs";
import {
  abortable
} from "./chunk-O2OEQBPF.mjs";
import {
  codeOf,
  isConnecting,
  messageOf
} from "./chunk-Z6MGIYC7.mjs";
import {
  TransportError,
  isTransportError
} from "./chunk-WTLKQS7A.mjs";
import {
  isEngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/node-host/src/bulk-transport.ts
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

// packages/node-host/src/bulk-connection.ts
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

// packages/node-host/src/transport-options.ts
var keepAliveMs = 6e4;

// packages/node-host/src/bulk-connection.ts
function bulkConnection(network, origin) {
  const route = network.route(origin);
  const closed2 = new AbortController();
  const options = { keepAlive: true, maxSockets: 1, timeout: keepAliveMs };
  const agent = route.target.isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  agent.createConnection = (_, connected) => {
    network.dial(route, closed2.signal).then(
      (socket) => connected?.(null, socket),
      (error) => connected?.(error, void 0)
    );
    return void 0;
  };
  return {
    agent,
    route,
    close: () => {
      closed2.abort();
      agent.destroy();
    }
  };
}

// packages/node-host/src/invited.ts
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
var patienceMs = 1e3;
async function invited(outgoing, asks, signal) {
  const asked = once(outgoing, "continue", { signal });
  asked.catch(() => void 0);
  if (!outgoing.socket) await once(outgoing, "socket", { signal });
  if (!asks) return;
  const patience = new AbortController();
  try {
    await Promise.race([asked, wait(patienceMs, void 0, { signal: patience.signal })]);
  } finally {
    patience.abort();
  }
}

// packages/node-host/src/network-error.ts
var nameUnknown = {
  kind: "network",
  what: (host) => `the name ${host} could not be found.`,
  remedy: "Check the spelling of the base URL and the connection, then try again.",
  unsent: true
};
var unreachable = {
  kind: "network",
  what: (host) => `the server at ${host} cannot be reached from here.`,
  remedy: "Check the connection, the firewall and the proxy, then try again.",
  unsent: true
};
var connectTimeout = {
  kind: "timeout",
  what: (host) => `the server at ${host} did not take the connection in time.`,
  remedy: "Check the address, the port and the firewall, then try again.",
  unsent: true
};
var lost = {
  kind: "network",
  what: (host) => `the connection to ${host} was lost.`,
  remedy: "Check the connection, then try again."
};
var closed = {
  kind: "network",
  what: (host) => `the server at ${host} closed the connection before its answer was whole.`
};
var certificate = {
  kind: "fatal",
  what: (host) => `the certificate of ${host} is not trusted here.`,
  remedy: "If it is your own, give its authority to Node.js in the variable NODE_EXTRA_CA_CERTS.",
  unsent: true
};
var notHttp = {
  kind: "fatal",
  what: (host) => `what ${host} answered is not HTTP.`,
  remedy: "Check the port, and http:// against https://."
};
var unsendable = {
  kind: "fatal",
  what: () => "a header or the URL holds a character that cannot be sent.",
  remedy: "Check the key and the URL for line breaks and other stray characters.",
  unsent: true
};
var reasons = {
  ECONNREFUSED: {
    kind: "network",
    what: (host) => `the server at ${host} refused the connection.`,
    remedy: "Check that it runs and that the port is right, then try again.",
    unsent: true
  },
  ENOTFOUND: nameUnknown,
  EAI_AGAIN: nameUnknown,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: connectTimeout,
  UND_ERR_CONNECT_TIMEOUT: connectTimeout,
  ECONNRESET: closed,
  EPIPE: closed,
  ECONNABORTED: closed,
  UND_ERR_SOCKET: closed,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: closed,
  CERT_HAS_EXPIRED: {
    ...certificate,
    what: (host) => `the certificate of ${host} has expired.`,
    remedy: "Ask whoever runs the server, and check the clock of this machine."
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    ...certificate,
    what: (host) => `the certificate that answers at ${host} belongs to another name.`,
    remedy: "Check the base URL: it may name the server in a way its certificate does not."
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  EPROTO: notHttp,
  ERR_SSL_WRONG_VERSION_NUMBER: notHttp,
  ERR_INVALID_CHAR: unsendable,
  ERR_UNESCAPED_CHARACTERS: unsendable,
  ERR_INVALID_HTTP_TOKEN: unsendable,
  ERR_INVALID_URL: unsendable,
  UND_ERR_INVALID_ARG: unsendable
};
var atAnyTime = /* @__PURE__ */ new Set(["EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "ETIMEDOUT"]);
var isParserError = (error, code) => code.startsWith("HPE_") || error instanceof Object && "name" in error && error.name === "HTTPParserError";
function networkError(error, url, taken) {
  if (isTransportError(error)) return error;
  if (isEngineError(error)) {
    const kind = error.code === "source-mismatch" ? "source-mismatch" : "fatal";
    return new TransportError({
      kind,
      message: error.message,
      remedy: error.remedy,
      bodyTaken: taken,
      cause: error
    });
  }
  const code = codeOf(error) ?? "";
  const host = URL.parse(url)?.host ?? "the given address";
  const reason = atAnyTime.has(code) && !isConnecting(error) ? lost : reasons[code] ?? (isParserError(error, code) ? notHttp : void 0);
  if (!reason) {
    return new TransportError({
      kind: "fatal",
      message: `the request to ${host} failed: ${messageOf(error)}`,
      bodyTaken: taken,
      cause: error
    });
  }
  return new TransportError({
    kind: reason.kind,
    message: reason.what(host),
    remedy: reason.remedy,
    bodyTaken: reason.unsent ? "none" : taken,
    cause: error
  });
}
function stoppedError(signal, taken) {
  return new TransportError({
    kind: "aborted",
    message: "the request was stopped.",
    bodyTaken: taken,
    cause: signal.reason
  });
}

// packages/node-host/src/connection-gate.ts
var mostPerOrigin = 8;
function connectionGate() {
  const origins = /* @__PURE__ */ new Map();
  let closed2 = false;
  return {
    async enter(path, origin, signal, onHeldBack) {
      signal.throwIfAborted();
      if (closed2) throw new Error("the transport is closed.");
      const gate = origins.get(origin) ?? new OriginGate(origin);
      origins.set(origin, gate);
      return gate.enter(path, signal, onHeldBack);
    },
    async close() {
      closed2 = true;
      await Promise.all([...origins.values()].map((gate) => gate.close()));
    }
  };
}
var OriginGate = class {
  #origin;
  #busy = /* @__PURE__ */ new Set();
  /** Idle connections; the one that was used last comes last. */
  #kept = [];
  #waiting = /* @__PURE__ */ new Set();
  constructor(origin) {
    this.#origin = origin;
  }
  enter(path, signal, onHeldBack) {
    return new Promise((resolve, reject) => {
      let isHeldBack = false;
      const leave = () => waiting.refuse(signal.reason);
      const settled = () => {
        this.#waiting.delete(waiting);
        signal.removeEventListener("abort", leave);
        if (isHeldBack) onHeldBack?.(false);
      };
      const waiting = {
        path,
        admit: () => {
          settled();
          try {
            resolve(this.#take(path));
          } catch (error) {
            reject(error);
          }
        },
        refuse: (reason) => {
          settled();
          reject(reason);
        }
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.add(waiting);
      this.#admit();
      isHeldBack = this.#waiting.has(waiting);
      if (isHeldBack) onHeldBack?.(true);
    });
  }
  async close() {
    for (const waiting of this.#waiting) waiting.refuse(new Error("the transport was closed."));
    await Promise.all([...this.#busy, ...this.#kept.splice(0)].map(({ connection }) => connection.close()));
  }
  #admit() {
    for (const waiting of this.#waiting) {
      if (this.#busy.size >= mostPerOrigin) return;
      if (this.#busyOn(waiting.path) < waiting.path.most) waiting.admit();
    }
  }
  #busyOn(path) {
    return [...this.#busy].filter((held) => held.path === path).length;
  }
  #take(path) {
    const at = this.#kept.findLastIndex((held2) => held2.path === path);
    const [kept] = at < 0 ? [] : this.#kept.splice(at, 1);
    if (!kept && this.#busy.size + this.#kept.length >= mostPerOrigin)
      void this.#kept.shift()?.connection.close();
    const connection = kept?.connection ?? path.open(this.#origin);
    const held = { path, connection };
    this.#busy.add(held);
    const leave = (then) => {
      if (!this.#busy.delete(held)) return;
      then();
      this.#admit();
    };
    return {
      connection,
      keep: () => leave(() => this.#kept.push(held)),
      drop: () => leave(() => void connection.close())
    };
  }
};

// packages/node-host/src/dial.ts
import { once as once2 } from "node:events";
import { request } from "node:http";
import { connect, isIP } from "node:net";
import { connect as connectTls, createSecureContext, getCACertificates } from "node:tls";

// packages/node-host/src/proxy-error.ts
import { STATUS_CODES } from "node:http";
function proxyFailure(error, proxy, target) {
  const { kind, message, cause } = networkError(error, `http://${proxy.host}`, "none");
  return new TransportError({
    ...{ kind, cause, bodyTaken: "none" },
    message: `the proxy ${proxy.host} does not lead to ${target.host}: ${message}`,
    remedy: "Check HTTP_PROXY and HTTPS_PROXY; what is to be asked directly belongs into NO_PROXY. Then try again."
  });
}
function refuseProxyAnswer(status, { kind, proxy, target }) {
  if (kind === "forward" && proxy && status === 407) throw proxyRefusal(status, proxy, target);
}
function proxyRefusal(status, proxy, target) {
  const said = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  if (status === 407) {
    const wants = proxy.authorization ? "does not accept the name and password it was given" : "asks for a name and a password";
    return new TransportError({
      ...{ kind: "fatal", bodyTaken: "none" },
      message: `the proxy ${proxy.host} ${wants} (${said}).`,
      remedy: "Put them into the address of the proxy, as http://name:password@host:port, with special characters percent-encoded."
    });
  }
  return new TransportError({
    // What it could not reach, it may reach later; what it does not allow, it will not
    ...{ kind: status >= 500 ? "network" : "fatal", bodyTaken: "none" },
    message: `the proxy ${proxy.host} gave no way to ${target.host} (${said}).`,
    remedy: `Ask whoever runs the proxy to allow ${target.host}, or name it in NO_PROXY to ask it directly.`
  });
}

// packages/node-host/src/dial.ts
var patienceMs2 = 6e4;
function dialer(ca) {
  const sessions = /* @__PURE__ */ new Map();
  let trust;
  async function encrypt(socket, { hostname, host }, signal) {
    trust ??= createSecureContext({
      ca: ca === void 0 ? void 0 : [...getCACertificates("default"), ca]
    });
    const secure = connectTls({
      ...{ socket, host: hostname, servername: isIP(hostname) ? "" : hostname },
      ...{ secureContext: trust, ALPNProtocols: ["http/1.1"], session: sessions.get(host) }
    });
    secure.on("session", (session) => sessions.set(host, session));
    try {
      return await opened(secure, "secureConnect", signal);
    } catch (error) {
      sessions.delete(host);
      throw error;
    }
  }
  async function reachProxy(proxy, { target, kind }, signal) {
    try {
      let socket = await reach(proxy, signal);
      if (proxy.isSecure) socket = await encrypt(socket, proxy, signal);
      return kind === "tunnel" ? await tunnel(socket, proxy, target, signal) : socket;
    } catch (error) {
      throw signal.aborted || isTransportError(error) ? error : proxyFailure(error, proxy, target);
    }
  }
  return async (route, stopped) => {
    const { target, proxy } = route;
    const late = AbortSignal.timeout(patienceMs2);
    const signal = AbortSignal.any([stopped, late]);
    try {
      const socket = proxy ? await reachProxy(proxy, route, signal) : await reach(target, signal);
      return target.isSecure ? await encrypt(socket, target, signal) : socket;
    } catch (error) {
      if (stopped.aborted) throw stopped.reason;
      throw late.aborted ? Object.assign(new Error("too late"), { code: "ETIMEDOUT", syscall: "connect" }) : error;
    }
  };
}
var reach = ({ hostname, port }, signal) => opened(
  connect({ host: hostname, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: patienceMs2 }),
  "connect",
  signal
);
async function opened(socket, event, signal) {
  try {
    await once2(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
async function tunnel(socket, proxy, target, signal) {
  const { host } = target;
  const headers = { host, ...proxy.authorization && { "proxy-authorization": proxy.authorization } };
  const asking = request({ method: "CONNECT", path: host, headers, createConnection: () => socket });
  asking.on("error", () => void 0);
  asking.end();
  try {
    const [answer] = await once2(asking, "connect", { signal });
    const { statusCode = 0 } = answer;
    if (statusCode < 200 || statusCode > 299) throw proxyRefusal(statusCode, proxy, target);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

// packages/node-host/src/no-proxy.ts
import { BlockList, isIP as isIP2 } from "node:net";
function isExempt(hostname, port, except) {
  const name = withoutDots(hostname.toLowerCase());
  return except.toLowerCase().split(/[\s,]+/).filter(Boolean).map(parseRule).some((rule) => (rule.port === void 0 || rule.port === port) && matches(name, rule.host));
}
function parseRule(text) {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { host: bracketed ?? plain ?? text, port: port === void 0 ? void 0 : Number(port) };
}
function matches(name, host) {
  if (host === "*") return true;
  if (isIP2(name)) return matchesAddress(name, host);
  const suffix = withoutDots(host.replace(/^\*\./, ""));
  const isSame = name === suffix && !host.startsWith("*.");
  return suffix !== "" && (isSame || name.endsWith(`.${suffix}`));
}
function matchesAddress(address, host) {
  const [network = "", bits] = host.split("/");
  const family = isIP2(network) === 6 ? "ipv6" : "ipv4";
  const longest = family === "ipv6" ? 128 : 32;
  const prefix = bits === void 0 ? longest : Number(bits);
  if (!isIP2(network) || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(address, isIP2(address) === 6 ? "ipv6" : "ipv4");
}
var withoutDots = (name) => name.replace(/^\.|\.$/g, "");

// packages/node-host/src/route.ts
function routeTo(origin, proxies) {
  const target = endpointOf(new URL(origin));
  const address = target.isSecure ? proxies?.https : proxies?.http;
  if (address === void 0 || isExempt(target.hostname, target.port, proxies?.except ?? "")) {
    return { target, kind: "direct" };
  }
  return { target, proxy: readProxy(address), kind: target.isSecure ? "tunnel" : "forward" };
}
function endpointOf({ protocol, hostname, port }) {
  const isSecure = protocol === "https:";
  const meant = port === "" ? isSecure ? 443 : 80 : Number(port);
  return { isSecure, port: meant, host: `${hostname}:${meant}`, hostname: hostname.replace(/^\[|\]$/g, "") };
}
function readProxy(address) {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`);
  if (!url?.hostname) throw unusable("the address of the proxy is no URL");
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw unusable(
      `the proxy at ${url.host} is one for ${url.protocol.slice(0, -1)}, which is not known here`
    );
  }
  const { username, password } = url;
  if (username === "" && password === "") return endpointOf(url);
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`);
  return { ...endpointOf(url), authorization: `Basic ${credentials.toString("base64")}` };
}
var decoded = (text) => text.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) => {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
});
var unusable = (what) => new TransportError({
  kind: "fatal",
  message: `${what}.`,
  remedy: "Write it as http://host:port into HTTP_PROXY or HTTPS_PROXY, or take it out of there.",
  bodyTaken: "none"
});

// packages/node-host/src/network.ts
var newNetwork = ({ ca, proxy }) => ({
  ...connectionGate(),
  dial: dialer(ca),
  route: (origin) => routeTo(origin, proxy)
});

// packages/node-host/src/on-the-way.ts
function onTheWay({ kind, proxy }, { origin, pathname, search }) {
  const path = pathname + search;
  if (kind !== "forward") return { path, headers: {} };
  const { authorization } = proxy ?? {};
  return { path: origin + path, headers: authorization ? { "proxy-authorization": authorization } : {} };
}

// packages/node-host/src/exact-chunks.ts
function lengthMismatch(declaredBytes, was, taken) {
  return new TransportError({
    kind: "source-mismatch",
    message: `the body was declared with ${declaredBytes} bytes and has ${was}.`,
    remedy: "Make sure that nothing writes to the input while it is sent, then try again.",
    bodyTaken: taken
  });
}
async function* exactChunks(source, signal, onTaken) {
  const { length } = source;
  const iterator = source.open()[Symbol.asyncIterator]();
  let last;
  let total = 0;
  let ended = false;
  try {
    for (; ; ) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) break;
      const chunk = next.value;
      if (chunk.length === 0) continue;
      total += chunk.length;
      if (length !== void 0 && total > length) {
        throw lengthMismatch(length, `at least ${total}`, last || total > chunk.length ? "part" : "none");
      }
      if (total === length) {
        last = new Uint8Array(chunk);
        continue;
      }
      onTaken(total);
      yield chunk;
    }
    ended = true;
    if (length !== void 0 && total < length) {
      throw lengthMismatch(length, String(total), total ? "part" : "none");
    }
    if (last) {
      onTaken(total);
      yield last;
    }
  } finally {
    if (!ended) iterator.return?.().catch(() => void 0);
  }
}

// packages/node-host/src/write-chunk.ts
var writeChunk = (outgoing, bytes) => new Promise((resolve, reject) => {
  outgoing.write(bytes, (error) => error ? reject(error) : resolve());
});

// packages/node-host/src/pump-blocks.ts
var blockBytes = 2 * 1024 * 1024;
var bufferCount = 3;
var sharedBufferCount = 2;
var spareCount = 2 * sharedBufferCount;
var spare = [];
var underWay = 0;
var probeBytes = 4 * 1024;
var firstWriteBytes = 64 * 1024;
var leastWriteBytes = 16 * 1024;
var slowWriteMs = 500;
async function pumpBlocks(source, reader, outgoing, stopped, onTaken) {
  const { length } = source;
  const ahead = [];
  let readTo = 0;
  let last = Promise.resolve();
  const readInto = (buffer) => {
    if (readTo > 0 && readTo >= length) return;
    const [target, position] = [buffer.subarray(0, length - readTo), readTo];
    const block = last.then(() => readBlock(reader, target, position, length));
    block.catch(() => void 0);
    ahead.push(block);
    last = block;
    readTo += blockBytes;
  };
  underWay += 1;
  try {
    const buffers = Array.from(
      { length: underWay > 1 ? sharedBufferCount : bufferCount },
      () => spare.pop() ?? Buffer.allocUnsafeSlow(blockBytes)
    );
    buffers.forEach(readInto);
    let position = 0;
    let writeBytes = firstWriteBytes;
    for (let reading = ahead.shift(); reading; reading = ahead.shift()) {
      const block = await reading;
      stopped.throwIfAborted();
      for (let rest = block; rest.length > 0; ) {
        const bytes = rest.subarray(0, writeBytes);
        rest = rest.subarray(bytes.length);
        position += bytes.length;
        if (position === length) onTaken(position);
        const startedAt = performance.now();
        await writeChunk(outgoing, bytes);
        stopped.throwIfAborted();
        if (position < length) onTaken(position);
        writeBytes = nextWriteBytes(writeBytes, performance.now() - startedAt);
      }
      readInto(new Uint8Array(block.buffer));
    }
    outgoing.end();
    spare.push(...buffers.slice(0, spareCount - spare.length));
  } finally {
    underWay -= 1;
    await Promise.allSettled(ahead);
    await reader.close();
  }
}
var nextWriteBytes = (writeBytes, tookMs) => tookMs > slowWriteMs ? Math.max(leastWriteBytes, writeBytes / 2) : Math.min(blockBytes, writeBytes * 2);
async function readBlock(reader, block, position, length) {
  const taken = position === 0 ? "none" : "part";
  for (let filled = 0; filled < block.length; ) {
    const read = await reader.read(block.subarray(filled), position + filled);
    if (read === 0) throw lengthMismatch(length, String(position + filled), taken);
    filled += read;
  }
  if (position + block.length === length) {
    const surplus = await reader.read(new Uint8Array(probeBytes), length);
    if (surplus > 0) throw lengthMismatch(length, `at least ${length + surplus}`, taken);
  }
  return block;
}

// packages/node-host/src/pump-chunks.ts
async function pumpChunks(source, outgoing, stopped, onTaken) {
  for await (const chunk of exactChunks(source, stopped, onTaken)) await writeChunk(outgoing, chunk);
  outgoing.end();
}

// packages/node-host/src/read-ahead.ts
import { PassThrough } from "node:stream";
function readAhead(stream) {
  const kept = new PassThrough();
  let failure;
  stream.once("error", (error) => {
    failure = error;
    kept.end();
  });
  stream.pipe(kept);
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* kept;
        if (failure) throw failure;
      } finally {
        stream.destroy();
      }
    }
  };
}

// packages/node-host/src/request-headers.ts
function requestHeaders(headers) {
  const sent = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (value !== null && lower !== "content-length" && lower !== "transfer-encoding") sent[lower] = value;
  }
  return sent;
}

// packages/node-host/src/response-body.ts
var drainBytes = 16 * 1024;
var drainMs = 1e3;
function responseBody(stream, headers, reusable, explain, chunks = reusable() ? stream : readAhead(stream)) {
  stream.on("error", () => void 0);
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for await (const chunk of chunks) yield chunk;
      } catch (error) {
        throw explain(error);
      }
    },
    cancel() {
      if (stream.destroyed || stream.readableEnded) return;
      const { "content-length": length } = headers;
      if (!reusable() || length === void 0 || Number(length) > drainBytes) {
        stream.destroy();
        return;
      }
      const timer = setTimeout(() => stream.destroy(), drainMs).unref();
      stream.once("close", () => clearTimeout(timer)).resume();
    }
  };
}

// packages/node-host/src/response-headers.ts
function responseHeaders(headers) {
  const joined = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== void 0) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return joined;
}

// packages/node-host/src/sized-source.ts
var isSized = (source) => source.length !== void 0;

// packages/node-host/src/bulk-transport.ts
var mostPerOrigin2 = 6;
function bulkOver(network) {
  const path = { most: mostPerOrigin2, open: (origin) => bulkConnection(network, origin) };
  return {
    async send(request2) {
      const { url, body } = request2;
      if (body?.kind !== "stream" || !isSized(body.source)) {
        throw networkError(new Error("its body is no stream of known length."), url, "none");
      }
      const answer = await send(network, path, request2, body.source, true);
      if (answer.status !== 417 || !body.source.replayable) return answer;
      answer.body.cancel();
      return send(network, path, request2, body.source, false);
    },
    close: () => network.close()
  };
}
async function send(network, path, request2, source, asks) {
  const { url, signal } = request2;
  const stopped = new AbortController();
  let takenBytes = 0;
  const whole = () => takenBytes === source.length;
  const taken = () => whole() ? "all" : takenBytes > 0 ? "part" : "none";
  const explain = (error) => signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  const count = (totalBytes) => {
    takenBytes = totalBytes;
    request2.onBytesTaken?.(totalBytes);
  };
  try {
    const place = await network.enter(path, new URL(url).origin, signal, request2.onHeldBack);
    const { route } = place.connection;
    try {
      const outgoing = start(request2, source, place.connection, asks);
      const abort = () => outgoing.destroy(stoppedError(signal, taken()));
      signal.addEventListener("abort", abort, { once: true });
      outgoing.once("close", () => signal.removeEventListener("abort", abort));
      const answer = new Promise((resolve, reject) => {
        outgoing.once("response", resolve);
        outgoing.on("error", reject);
        outgoing.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
      });
      outgoing.flushHeaders();
      const writing = invited(outgoing, asks, stopped.signal).then(
        async () => source.reader ? pumpBlocks(source, await source.reader(), outgoing, stopped.signal, count) : pumpChunks(source, outgoing, stopped.signal, count)
      );
      writing.catch((error) => {
        if (!stopped.signal.aborted) outgoing.destroy(explain(error));
      });
      const response = await abortable(answer, signal).finally(() => stopped.abort());
      refuseProxyAnswer(response.statusCode, route);
      outgoing.once("close", place.keep);
      if (whole()) outgoing.end();
      response.once("end", () => whole() || outgoing.destroy());
      const headers = responseHeaders(response.headers);
      return {
        status: response.statusCode ?? 0,
        headers,
        body: responseBody(response, headers, whole, explain, readAhead(response))
      };
    } catch (error) {
      place.drop();
      throw error;
    }
  } catch (error) {
    throw explain(error);
  }
}
function start({ url, method, headers }, { length }, { agent, route }, asks) {
  const way = onTheWay(route, new URL(url));
  const request2 = route.target.isSecure ? httpsRequest : httpRequest;
  return request2(url, {
    ...{ method, agent, path: way.path },
    headers: {
      ...requestHeaders(headers),
      ...{ "content-length": String(length), ...asks && { expect: "100-continue" }, ...way.headers }
    }
  });
}

// packages/node-host/src/node-clock.ts
var maxTimerMs = 2147483647;
var nodeClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => ms > maxTimerMs ? sleepLong(ms, signal) : sleepOnce(ms, signal)
};
async function sleepLong(ms, signal) {
  for (let leftMs = ms; leftMs > 0; leftMs -= maxTimerMs) {
    await sleepOnce(Math.min(leftMs, maxTimerMs), signal);
  }
}
var sleepOnce = (ms, signal) => new Promise((resolve, reject) => {
  if (signal?.aborted) return reject(signal.reason);
  const stop = () => {
    clearTimeout(timer);
    reject(signal?.reason);
  };
  const timer = setTimeout(() => {
    if (signal) offAbort(signal, stop);
    resolve();
  }, ms);
  if (signal) onAbort(signal, stop);
});

// packages/upload/src/form.ts
var boundaryShape = /^[0-9A-Za-z'_-]{1,70}$/;
var formBoundary = () => `----modelferry${crypto.randomUUID()}`;
function encodeForm(parts, boundary = formBoundary()) {
  if (!boundaryShape.test(boundary))
    throw new Error("The boundary of a form must be up to 70 plain characters.");
  const encoder = new TextEncoder();
  const text = (value) => bytesSource("form", encoder.encode(value));
  const pieces = parts.flatMap((part) => [
    text(`--${boundary}\r
${headersOf(part)}\r
`),
    typeof part.value === "string" ? text(part.value) : part.value,
    text("\r\n")
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    source: concatSource("form", [...pieces, text(`--${boundary}--\r
`)])
  };
}
function headersOf({ name, value, fileName, contentType }) {
  const isFile = fileName !== void 0 || typeof value !== "string";
  const disposition = `form-data; name="${escapeName(name)}"`;
  const file = isFile ? `; filename="${escapeName(fileName ?? "blob")}"` : "";
  const type = contentType ?? (isFile ? "application/octet-stream" : void 0);
  if (type !== void 0 && !/^[\x20-\x7e]*$/.test(type)) {
    throw new Error("The content type of a form part must be plain ASCII on one line.");
  }
  const typeLine = type === void 0 ? "" : `Content-Type: ${type}\r
`;
  return `Content-Disposition: ${disposition}${file}\r
${typeLine}`;
}
var escapeName = (name) => name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");

// packages/node-host/src/encoded-form.ts
function withEncodedForm(request2) {
  if (request2.body?.kind !== "form") return request2;
  const { contentType, source } = encodeForm(request2.body.parts);
  const headers = { ...request2.headers, "content-type": contentType };
  return { ...request2, headers, body: { kind: "stream", source } };
}
var encodingForms = (transport) => ({
  ...transport,
  send: async (request2) => transport.send(withEncodedForm(request2))
});

// packages/node-host/src/outgoing-body.ts
function outgoingBody(source, onTaken) {
  const stopped = new AbortController();
  let release = () => void 0;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  let taken = "none";
  const count = (totalBytes) => {
    taken = totalBytes === source.length ? "all" : "part";
    onTaken?.(totalBytes);
  };
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* exactChunks(source, stopped.signal, count);
        taken = "all";
      } catch (error) {
        if (!stopped.signal.aborted) throw error;
        await released;
      }
    },
    taken: () => taken,
    stop: () => stopped.abort(),
    release: () => {
      stopped.abort();
      release();
    }
  };
}

// packages/node-host/src/undici-transport.ts
function undiciOver(network) {
  let loaded;
  let path;
  return encodingForms({
    async send(request2) {
      const undici = await (loaded ??= import("./undici-parts-KW62S3W3.mjs"));
      path ??= { most: 8, open: (origin) => openConnection(undici, network, origin) };
      return send2(undici, network, path, request2);
    },
    close: () => network.close()
  });
}
function openConnection({ newClient }, network, origin) {
  const route = network.route(origin);
  const closed2 = new AbortController();
  const client = newClient(origin, {
    keepAliveTimeout: keepAliveMs,
    // Whoever sends watches for silence: a second watch would give a second error for the same fault
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: (_, connected) => {
      network.dial(route, closed2.signal).then(
        (socket) => connected(null, socket),
        (error) => connected(error, null)
      );
    }
  });
  const close = async () => {
    closed2.abort();
    await client.destroy();
  };
  return { client, route, close };
}
async function send2({ request: request2 }, network, path, { method, url, headers, signal, body, onBytesTaken, onHeldBack }) {
  const streamed = body?.kind === "stream" ? body.source : void 0;
  const stream = streamed && outgoingBody(streamed, onBytesTaken);
  let asking = false;
  const taken = () => stream?.taken() ?? (asking ? "all" : "none");
  const explain = (error) => {
    stream?.release();
    return signal.aborted ? stoppedError(signal, taken()) : networkError(error, url, taken());
  };
  try {
    const target = new URL(url);
    const place = await network.enter(path, target.origin, signal, onHeldBack);
    const { client, route } = place.connection;
    const leave = () => {
      client.off("drain", leave);
      place.keep();
    };
    client.on("drain", leave);
    try {
      asking = true;
      const way = onTheWay(route, target);
      const asked = request2(client, {
        path: way.path,
        method,
        headers: {
          ...requestHeaders(headers),
          ...streamed?.length !== void 0 && { "content-length": String(streamed.length) },
          ...way.headers
        },
        body: stream ? stream : body?.kind === "bytes" ? body.bytes : null,
        signal
      });
      const answer = await abortable(asked, signal);
      stream?.stop();
      answer.body.once("close", () => {
        stream?.release();
        leave();
      });
      refuseProxyAnswer(answer.statusCode, route);
      const answerHeaders = responseHeaders(answer.headers);
      return {
        status: answer.statusCode,
        headers: answerHeaders,
        body: responseBody(answer.body, answerHeaders, () => taken() === "all", explain)
      };
    } catch (error) {
      client.off("drain", leave);
      place.drop();
      throw error;
    }
  } catch (error) {
    throw explain(error);
  }
}

// packages/node-host/src/node-transport.ts
var bulkFromBytes = 256 * 1024;
var isBulk = ({ body }) => body?.kind === "stream" && isSized(body.source) && body.source.length >= bulkFromBytes;
function nodeTransport(options = {}) {
  const network = newNetwork(options);
  const undici = undiciOver(network);
  const bulk = bulkOver(network);
  return encodingForms({
    send: (request2) => (isBulk(request2) ? bulk : undici).send(request2),
    close: () => network.close()
  });
}

// packages/node-host/src/proxy-options.ts
function proxyFromEnvironment(env) {
  const read = (name) => [env[name], env[name.toUpperCase()]].map((value) => value?.trim()).find(Boolean);
  const all = read("all_proxy");
  const http = read("http_proxy") ?? all;
  const https = read("https_proxy") ?? all;
  if (http === void 0 && https === void 0) return void 0;
  return { http, https, except: read("no_proxy") };
}

export {
  nodeClock,
  nodeTransport,
  proxyFromEnvironment
};
