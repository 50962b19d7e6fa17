// packages/http/src/abortable.ts
async function abortable(promise, signal) {
  if (signal.aborted) {
    Promise.resolve(promise).catch(() => void 0);
    throw signal.reason;
  }
  let stop = () => void 0;
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
    aborted.catch(() => void 0);
    Promise.resolve(promise).catch(() => void 0);
  }
}

export {
  abortable
};
