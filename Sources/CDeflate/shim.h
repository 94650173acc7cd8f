// The one door to libdeflate: its CRC-32 uses the processor's carry-less multiplication.
#pragma once
#include <libdeflate.h>
