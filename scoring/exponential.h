#pragma once

#include <span>

namespace leadlight {

// e^x within 1 ulp of the true value for results that are normal numbers; 0 below about -707.7 and infinity above about
// 709.8. Free of branches, so that loops over it become vector instructions; a single call gives the same bits as a
// loop over many. NaN stays NaN.
double exponential(double x);
// 2^x, likewise: 0 below -1021, infinity from 1024 on.
double powerOfTwo(double x);

// 1 / (1 + e^-x) of each number, the same bits as probabilityOf.
void logistic(std::span<const double> x, std::span<double> probability);

}  // namespace leadlight
