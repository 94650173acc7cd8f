// The one door to libmagic.
#pragma once
#include <magic.h>
