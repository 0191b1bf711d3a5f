#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace leadlight {

// For large arrays that are read here and there: asks the system for pages of 2 MB, so that an access seldom has to
// look up where its page is. Without such pages it is like any other allocator.
template <class T>
struct HugePages {
  using value_type = T;

  HugePages() = default;
  template <class Other>
  HugePages(const HugePages<Other>&) {}  // NOLINT: allocators convert

  T* allocate(std::size_t n) {
    constexpr std::size_t page = std::size_t{2} << 20;
    const std::size_t bytes = n * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    void* memory = std::aligned_alloc(page, (bytes + page - 1) / page * page);
    if (memory == nullptr) throw std::bad_alloc();
    madvise(memory, bytes, MADV_HUGEPAGE);  // it is advice only
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t n) noexcept {
    constexpr std::size_t page = std::size_t{2} << 20;
    if (n * sizeof(T) < page)
      ::operator delete(memory);
    else
      std::free(memory);
  }
  friend bool operator==(const HugePages&, const HugePages&) { return true; }
};

}  // namespace leadlight
