import {
  runPost
} from "./chunks/chunk-55MIXAZD.mjs";

// action:post
await runPost();
