import {
  runPost
} from "./chunks/chunk-MIXEX6VU.mjs";

// action:post
await runPost();
