import {
  runPost
} from "./chunks/chunk-SPUPTFJP.mjs";

// action:post
await runPost();
