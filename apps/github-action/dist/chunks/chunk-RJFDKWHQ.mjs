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
function twoHeaders(first, second) {
  return {
    headers: async (signal) => {
      const [one, other] = await Promise.all([first.headers(signal), second.headers(signal)]);
      return { ...one, ...other };
    },
    renew: async (signal) => {
      const renewed = await Promise.all([first, second].map((one) => one.renew?.(signal) ?? false));
      return renewed.includes(true);
    }
  };
}

export {
  headerKey,
  bearer,
  token,
  twoHeaders
};
