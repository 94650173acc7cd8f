// The door to libmagic. Nothing needs mending: the header imports as it is.
#pragma once
#include <magic.h>
