// packages/operation/src/request-notes.ts
var issued = "issued";
var beside = "beside";
var requestNotes = (jobs, request) => ({
  note: (phase, before) => jobs.keep({ ...request, id: [beside, ...before].join(" "), phase, note: true }),
  async open() {
    const record = await jobs.earlier(request.kind, request.fingerprint);
    return record?.phase === issued ? record.id.split(" ").slice(1) : void 0;
  }
});

export {
  issued,
  requestNotes
};
