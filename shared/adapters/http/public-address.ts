import { BlockList, isIP } from 'node:net';

/** Addresses of IPv4 that are not on the public Internet (IANA IPv4 Special-Purpose Address Registry). */
const RESERVED_4: readonly (readonly [string, number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ] as const),
  ...([
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
];
/** Global unicast of IPv6 is 2000::/3. Parts of it carry an address of IPv4, or are for documentation. */
const GLOBAL_6 = ['2000::', 3] as const;
const RESERVED_6: readonly (readonly [string, number])[] = [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
];

const reserved = new BlockList();
for (const [address, bits] of RESERVED_4) reserved.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of RESERVED_6) reserved.addSubnet(address, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...GLOBAL_6, 'ipv6');

/** Return whether an IP address is on the public Internet. An address of IPv4 inside one of IPv6 is not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !reserved.check(address, 'ipv4');
  return version === 6 && global6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}
