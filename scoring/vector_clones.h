#pragma once

// Before a function over many rows: it is compiled for wide vector units too, and the processor's own is taken when the
// program starts. Results do not depend on it, as no operation is fused or reordered (-ffp-contract=off). Sanitizers
// start too late for functions chosen this way.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define LEADLIGHT_VECTOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define LEADLIGHT_VECTOR_CLONES
#endif
