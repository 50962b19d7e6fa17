import {
  runPost
} from "./chunks/chunk-CUJOHJDB.mjs";

// action:post
await runPost();
