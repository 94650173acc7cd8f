// The one door to libzip.
#pragma once
#include <zip.h>
