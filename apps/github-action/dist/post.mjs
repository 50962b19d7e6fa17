import {
  runPost
} from "./chunks/chunk-NEBSY3YS.mjs";

// action:post
await runPost();
