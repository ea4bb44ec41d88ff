import Link from 'next/link';

export default function Home() {
  return (
    <main>
      <h1>Newspaper</h1>
      <Link href="/account">My account</Link>
    </main>
  );
}
