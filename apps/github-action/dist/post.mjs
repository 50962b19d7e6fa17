import {
  runPost
} from "./chunks/chunk-QJUKXC2M.mjs";

// action:post
await runPost();
