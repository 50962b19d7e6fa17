import {
  runPost
} from "./chunks/chunk-MER2QMP7.mjs";

// action:post
await runPost();
