import {
  runPost
} from "./chunks/chunk-VDHEZRE2.mjs";

// action:post
await runPost();
