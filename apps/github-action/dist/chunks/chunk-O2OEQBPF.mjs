// packages/http/src/abortable.ts
var abortable = (promise, signal) => new Promise((resolve, reject) => {
  const refuse = () => reject(signal.reason);
  const leave = () => signal.removeEventListener("abort", refuse);
  if (signal.aborted) refuse();
  else signal.addEventListener("abort", refuse, { once: true });
  promise.then(
    (value) => {
      leave();
      resolve(value);
    },
    (error) => {
      leave();
      reject(error);
    }
  );
});

export {
  abortable
};
