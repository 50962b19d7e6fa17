import {
  runPost
} from "./chunks/chunk-TPS7C5IL.mjs";

// action:post
await runPost();
