import {
  runPost
} from "./chunks/chunk-ZRVTZJYU.mjs";

// action:post
await runPost();
