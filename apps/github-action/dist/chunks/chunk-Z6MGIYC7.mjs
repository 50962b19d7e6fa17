// packages/node-host/src/error-facts.ts
function codeOf(error) {
  if (typeof error !== "object" || error === null) return void 0;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : void 0;
}
function isConnecting(error) {
  if (typeof error !== "object" || error === null) return false;
  const { syscall, errors, cause } = error;
  return syscall === "connect" || syscall === "getaddrinfo" || Array.isArray(errors) || isConnecting(cause);
}
var messageOf = (error) => typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);

export {
  codeOf,
  isConnecting,
  messageOf
};
