import {
  redactSecrets,
  redactUrls
} from "./chunk-GBW5WBB5.mjs";

// packages/auth/src/base64.ts
function base64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

// packages/auth/src/schemes.ts
var fixed = (headers) => ({ headers: async () => headers });
function clean(secret, secrets) {
  const key = secret.trim();
  secrets.add(key);
  return key;
}
function headerKey(name, key, secrets) {
  return fixed({ [name.toLowerCase()]: clean(key, secrets) });
}
function bearer(token2, secrets) {
  return fixed({ authorization: `Bearer ${clean(token2, secrets)}` });
}
function token(value, secrets) {
  return fixed({ authorization: `Token ${clean(value, secrets)}` });
}

// packages/auth/src/secret-forms.ts
var minPieceLength = 8;
function secretForms(secret) {
  const encoded = encodeURIComponent(secret.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD"));
  const whole = base64(new TextEncoder().encode(secret));
  return [
    secret,
    encoded,
    encoded.replace(/%../g, (code) => code.toLowerCase()),
    new URLSearchParams({ x: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    ...[whole, whole.replace(/=+$/, ""), ...base64Pieces(secret)].flatMap((text) => [
      text,
      text.replaceAll("+", "-").replaceAll("/", "_")
    ])
  ];
}
function base64Pieces(secret) {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((offset) => {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    return base64(shifted).slice(Math.ceil(offset * 4 / 3), Math.floor(shifted.length * 4 / 3));
  }).filter((piece) => piece.length >= minPieceLength);
}

// packages/auth/src/secrets.ts
var minSecretLength = 4;
var minUrlValueLength = 16;
function createSecrets() {
  const forms = /* @__PURE__ */ new Set();
  const addForms = (values) => {
    for (const value of values) if (value.length >= minSecretLength) forms.add(value);
  };
  return {
    add: (secret) => addForms(secret.length < minSecretLength ? [] : secretForms(secret)),
    addUrl: (url) => {
      const query = url.includes("?") ? url.slice(url.indexOf("?") + 1).replace(/#.*$/s, "") : "";
      if (query === "") return;
      addForms([query, decode(query)]);
      for (const pair of query.split("&")) {
        const value = pair.slice(pair.indexOf("=") + 1);
        if (value.length >= minUrlValueLength) addForms([value, ...secretForms(decode(value))]);
      }
    },
    redact: (text) => redactUrls(redactSecrets(text, forms)),
    all: () => [...forms]
  };
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export {
  headerKey,
  bearer,
  token,
  createSecrets
};
