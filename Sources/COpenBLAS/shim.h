#if !__has_include(<cblas.h>)
#error "OpenBLAS is missing. On Debian: apt-get install libopenblas-dev pkg-config"
#endif
#include <cblas.h>
